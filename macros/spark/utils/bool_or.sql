{# True where a condition holds for some row of a group: true is the greatest boolean. #}

{% macro spark__bool_or(expression) -%}
  max({{ expression }})
{%- endmacro %}
