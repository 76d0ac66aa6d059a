{# Columns that Glue adds to a model's own. #}

{#- The config add_iceberg_timestamp: the query with a column update_iceberg_ts, in the place of one it has already. #}
{% macro add_iceberg_timestamp_column(sql, relation=none) -%}
  {%- if not config.get('add_iceberg_timestamp', false) or config.get('file_format') != 'iceberg' -%}
    {%- do return(sql) -%}
  {%- endif -%}
  {%- set selected = [] -%}
  {%- for name in get_columns_in_query(sql) if name | lower != 'update_iceberg_ts' -%}
    {%- do selected.append(adapter.quote(name)) -%}
  {%- endfor -%}
  {%- do selected.append('current_timestamp() as update_iceberg_ts') -%}
  select {{ selected | join(', ') }}
  from (
    {{ sql }}
  ) as source_data
{%- endmacro %}
