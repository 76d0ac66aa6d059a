{# A value as another type, null where it cannot be. A plain cast, for engines without that. #}

{% macro safe_cast(field, type) -%}
  {%- do return(adapter.dispatch("safe_cast", "dbt")(field, type)) -%}
{%- endmacro %}

{% macro default__safe_cast(field, type) %}
    cast({{ field }} as {{ type }})
{% endmacro %}
