{# The set operator that keeps common rows. #}

{% macro intersect() -%}
  {%- do return(adapter.dispatch("intersect", "dbt")()) -%}
{%- endmacro %}

{% macro default__intersect() %}
    intersect
{% endmacro %}
