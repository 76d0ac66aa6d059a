{# Changing columns in the catalog that the format lives in; columns that Glue adds to a model's own: when a row was written. #}

{% macro glue__alter_relation_add_remove_columns(relation, add_columns, remove_columns) %}
  {%- set table = glue__make_target_relation(relation, config.get('file_format')) -%}
  {%- do return(spark__alter_relation_add_remove_columns(table, add_columns, remove_columns)) -%}
{% endmacro %}

{% macro glue__alter_column_type(relation, column_name, new_column_type) -%}
  {%- set table = glue__make_target_relation(relation, config.get('file_format')) -%}
  {%- do return(spark__alter_column_type(table, column_name, new_column_type)) -%}
{%- endmacro %}


{#- The config add_iceberg_timestamp: the query with a column update_iceberg_ts, in the place of one it has already. #}
{% macro add_iceberg_timestamp_column(sql, relation=none) -%}
  {%- if config.get('add_iceberg_timestamp', false) and config.get('file_format') == 'iceberg' -%}
    {%- do return(_with_written_at(sql, 'update_iceberg_ts')) -%}
  {%- endif -%}
  {%- do return(sql) -%}
{%- endmacro %}


{#- An incremental Hudi table has update_hudi_ts: of two rows with one key, Hudi keeps the later one. #}
{% macro _with_added_columns(sql) -%}
  {%- if _is_hudi_upsert() -%}
    {%- do return(_with_written_at(sql, 'update_hudi_ts')) -%}
  {%- endif -%}
  {%- do return(add_iceberg_timestamp_column(sql)) -%}
{%- endmacro %}


{% macro _is_hudi_upsert() %}
  {%- do return(config.get('file_format') == 'hudi' and config.get('materialized') == 'incremental') -%}
{% endmacro %}


{% macro _with_written_at(sql, column_name) -%}
  {%- set selected = [] -%}
  {%- for name in get_columns_in_query(sql) if name | lower != column_name -%}
    {%- do selected.append(adapter.quote(name)) -%}
  {%- endfor -%}
  select {{ selected | join(', ') }}, current_timestamp() as {{ column_name }}
  from (
    {{ sql }}
  ) as source_data
{%- endmacro %}
