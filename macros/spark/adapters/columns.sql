{# Columns of relations, and changing them. #}

{#- DESCRIBE's rows; the engine reads columns itself, through adapter.get_columns_in_relation. #}
{% macro spark__get_columns_in_relation(relation) -%}
  {%- call statement('get_columns_in_relation', fetch_result=True) -%}
    describe extended {{ relation }}
  {%- endcall -%}
  {%- do return(load_result('get_columns_in_relation').table) -%}
{%- endmacro %}


{% macro get_columns_in_relation_raw(relation) -%}
  {%- do return(adapter.dispatch("get_columns_in_relation_raw", "dbt")(relation)) -%}
{%- endmacro %}

{% macro spark__get_columns_in_relation_raw(relation) -%}
  {%- call statement('get_columns_in_relation_raw', fetch_result=True) -%}
    describe extended {{ relation }}
  {%- endcall -%}
  {%- do return(load_result('get_columns_in_relation_raw').table) -%}
{%- endmacro %}


{% macro spark__alter_column_type(relation, column_name, new_column_type) -%}
  {%- call statement('alter_column_type') -%}
    alter table {{ relation }} alter column {{ adapter.quote(column_name) }} type {{ new_column_type }}
  {%- endcall -%}
{%- endmacro %}


{#- Of Spark's formats Iceberg drops columns; Delta does only with column mapping, the file formats never. #}
{% macro spark__alter_relation_add_remove_columns(relation, add_columns, remove_columns) %}
  {%- if remove_columns -%}
    {%- if config.get('file_format') not in ['iceberg', 's3tables'] -%}
      {%- set platform = 'Delta Lake' if relation.is_delta else 'Apache Spark' -%}
      {%- do exceptions.raise_compiler_error(platform ~ ' does not support dropping columns from tables') -%}
    {%- endif -%}
    {%- call statement('drop_columns') -%}
      alter table {{ relation }} drop columns ({{ remove_columns | map(attribute='quoted') | join(', ') }})
    {%- endcall -%}
  {%- endif -%}

  {%- if add_columns -%}
    {%- call statement('add_columns') -%}
      alter table {{ relation }} add columns ({{ _column_definitions(add_columns) }})
    {%- endcall -%}
  {%- endif -%}
{% endmacro %}


{% macro _column_definitions(columns) -%}
  {%- for column in columns -%}
    {{ column.quoted }} {{ column.data_type }}{{ ', ' if not loop.last }}
  {%- endfor -%}
{%- endmacro %}
