{# A date literal. #}

{% macro date(year, month, day) -%}
  {%- do return(adapter.dispatch("date", "dbt")(year, month, day)) -%}
{%- endmacro %}

{% macro default__date(year, month, day) -%}
  {%- set day_text = modules.datetime.date(year, month, day).strftime('%Y-%m-%d') -%}
  to_date('{{ day_text }}', 'YYYY-MM-DD')
{%- endmacro %}
