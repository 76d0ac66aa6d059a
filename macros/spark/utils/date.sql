{# A date literal, with the letters of Spark's date patterns. #}

{% macro spark__date(year, month, day) -%}
  {%- set day_text = modules.datetime.date(year, month, day).strftime('%Y-%m-%d') -%}
  to_date('{{ day_text }}', 'yyyy-MM-dd')
{%- endmacro %}
