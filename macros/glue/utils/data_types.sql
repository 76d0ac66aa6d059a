{# Spark's name for text. #}

{% macro spark__type_string() -%}
  STRING
{%- endmacro %}
