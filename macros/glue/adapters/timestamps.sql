{# The time at which a snapshot is taken. #}

{% macro glue__snapshot_get_time() -%}
  current_timestamp()
{%- endmacro %}
