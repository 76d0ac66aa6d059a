{# DDL that replaces a materialized view. #}

{% macro get_replace_materialized_view_sql(relation, sql) -%}
  {%- do return(adapter.dispatch("get_replace_materialized_view_sql", "dbt")(relation, sql)) -%}
{%- endmacro %}

{% macro default__get_replace_materialized_view_sql(relation, sql) -%}
  {%- do exceptions.raise_compiler_error("get_replace_materialized_view_sql is not implemented for the adapter " ~ adapter.type()) -%}
{%- endmacro %}
