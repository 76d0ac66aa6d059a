{# SQL that closes changed and deleted versions of rows, and adds the new ones. #}

{% macro snapshot_merge_sql(target, source, insert_cols) -%}
  {%- do return(adapter.dispatch("snapshot_merge_sql", "dbt")(target, source, insert_cols)) -%}
{%- endmacro %}

{% macro default__snapshot_merge_sql(target, source, insert_cols) -%}
  {%- set columns = config.get('snapshot_table_column_names') or get_snapshot_table_column_names() -%}
  merge into {{ target.render() }} as DBT_INTERNAL_DEST
  using {{ source }} as DBT_INTERNAL_SOURCE
  on DBT_INTERNAL_SOURCE.{{ columns.dbt_scd_id }} = DBT_INTERNAL_DEST.{{ columns.dbt_scd_id }}

  when matched
    and {{ _snapshot_is_current('DBT_INTERNAL_DEST.' ~ columns.dbt_valid_to) }}
    and DBT_INTERNAL_SOURCE.dbt_change_type in ('update', 'delete')
    then update set {{ columns.dbt_valid_to }} = DBT_INTERNAL_SOURCE.{{ columns.dbt_valid_to }}

  when not matched
    and DBT_INTERNAL_SOURCE.dbt_change_type = 'insert'
    then insert ({{ insert_cols | join(', ') }}) values ({{ insert_cols | join(', ') }})
{%- endmacro %}


{#- Whether a version is the row's current one: no end, or the end that dbt_valid_to_current stands for. #}
{% macro _snapshot_is_current(valid_to) -%}
  {%- set open_end = config.get('dbt_valid_to_current') -%}
  {%- if open_end -%}
    ( {{ equals(valid_to, open_end | trim) | trim }} or {{ valid_to }} is null )
  {%- else -%}
    {{ valid_to }} is null
  {%- endif -%}
{%- endmacro %}
