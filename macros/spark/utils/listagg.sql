{# A group's values as one text, in no particular order: collect_list has none. #}

{% macro spark__listagg(measure, delimiter_text, order_by_clause, limit_num) -%}
  {%- if order_by_clause -%}
    {%- do exceptions.warn("order_by_clause is not supported for listagg on Spark/Databricks") -%}
  {%- endif -%}
  {%- set collected = ' collect_list(' ~ measure ~ ') ' -%}
  {%- set kept = ' slice(' ~ collected ~ ', 1, ' ~ limit_num ~ ') ' if limit_num else collected -%}
  {%- do return(' array_join(' ~ kept ~ ', ' ~ delimiter_text ~ ') ') -%}
{%- endmacro %}
