{# The current time, in SQL, and its type. #}

{% macro current_timestamp() -%}
  {%- do return(adapter.dispatch("current_timestamp", "dbt")()) -%}
{%- endmacro %}

{% macro default__current_timestamp() -%}
  {%- do exceptions.raise_not_implemented("current_timestamp is not implemented for the adapter " ~ adapter.type()) -%}
{%- endmacro %}


{% macro snapshot_get_time() -%}
  {%- do return(adapter.dispatch("snapshot_get_time", "dbt")()) -%}
{%- endmacro %}

{% macro default__snapshot_get_time() -%}
  {{ current_timestamp() }}
{%- endmacro %}


{% macro get_snapshot_get_time_data_type() -%}
  {%- set columns = get_column_schema_from_query('select ' ~ snapshot_get_time() ~ ' as dbt_snapshot_time') -%}
  {%- do return(columns[0].dtype or none) -%}
{%- endmacro %}


{#- Two old names that packages from dbt-utils' time still call. #}
{% macro current_timestamp_backcompat() -%}
  {%- do return(adapter.dispatch("current_timestamp_backcompat", "dbt")()) -%}
{%- endmacro %}

{% macro default__current_timestamp_backcompat() -%}
  current_timestamp::timestamp
{%- endmacro %}


{% macro current_timestamp_in_utc_backcompat() -%}
  {%- do return(adapter.dispatch("current_timestamp_in_utc_backcompat", "dbt")()) -%}
{%- endmacro %}

{% macro default__current_timestamp_in_utc_backcompat() -%}
  {%- do return(current_timestamp_backcompat()) -%}
{%- endmacro %}
