{# Some value of a group: the first that Spark meets. #}

{% macro spark__any_value(expression) -%}
  first({{ expression }})
{%- endmacro %}
