{# Text as a SQL literal. Quotes inside must be escaped already. #}

{% macro string_literal(value) -%}
  {%- do return(adapter.dispatch("string_literal", "dbt")(value)) -%}
{%- endmacro %}

{% macro default__string_literal(value) -%}
  '{{ value }}'
{%- endmacro %}
