{# A table from a query, or for a while a temporary view (Spark has no temporary tables). #}

{% macro create_temporary_view(relation, compiled_code) -%}
  {%- do return(adapter.dispatch("create_temporary_view", "dbt")(relation, compiled_code)) -%}
{%- endmacro %}

{% macro spark__create_temporary_view(relation, compiled_code) -%}
    create or replace temporary view {{ relation }} as
      {{ compiled_code }}
{%- endmacro %}


{% macro spark__create_table_as(temporary, relation, compiled_code, language='sql') -%}
  {%- if language == 'python' -%}
    {%- do return(py_write_table(compiled_code=compiled_code, target_relation=relation)) -%}
  {%- elif temporary -%}
    {%- do return(create_temporary_view(relation, compiled_code)) -%}
  {%- endif -%}

  {%- set query = compiled_code -%}
  {%- if config.get('contract').enforced -%}
    {%- do get_assert_columns_equivalent(query) -%}
    {%- set query = get_select_subquery(query) -%}
  {%- endif %}
        {{ _create_table_words(relation) }} {{ relation }}
    {{ file_format_clause() }}
      {{ options_clause() }}
      {{ tblproperties_clause() }}
      {{ partition_cols(label="partitioned by") }}
      {{ clustered_cols(label="clustered by") }}
      {{ _location_of(relation) }}
      {{ comment_clause() }}
      as
{{ query }}
{%- endmacro %}


{#- The node's own place; a table that is built beside it lies beside it. #}
{% macro _location_of(relation) -%}
  {{ location_clause() if relation.identifier == this.identifier else adapter.get_location(relation) }}
{%- endmacro %}


{#- `create or replace` where it takes the place of what is there, so that readers see the old table or the new one. #}
{% macro _create_table_words(relation) -%}
  {%- set file_format = _file_format() -%}
  {%- if file_format in ['delta', 'iceberg'] -%}
    create or replace table
  {%- else -%}
    {%- set existing_relation = load_cached_relation(relation) -%}
    create {% if existing_relation and adapter.can_replace(existing_relation, file_format) %}or replace {% endif %}table
  {%- endif -%}
{%- endmacro %}
