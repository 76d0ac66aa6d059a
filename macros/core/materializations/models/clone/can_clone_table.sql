{# Can this engine clone a table without copying its data? #}

{% macro can_clone_table() %}
  {%- do return(adapter.dispatch("can_clone_table", "dbt")()) -%}
{% endmacro %}

{% macro default__can_clone_table() %}
  {%- do return(False) -%}
{% endmacro %}
