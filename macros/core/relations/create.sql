{# DDL that makes a relation of whatever type. #}

{% macro get_create_sql(relation, sql) -%}
  {%- do log("Applying CREATE to: " ~ relation) -%}
  {%- do return(adapter.dispatch("get_create_sql", "dbt")(relation, sql)) -%}
{%- endmacro %}

{% macro default__get_create_sql(relation, sql) -%}
  {%- if relation.is_view -%}
    {%- do return(get_create_view_as_sql(relation, sql)) -%}
  {%- elif relation.is_table -%}
    {%- do return(get_create_table_as_sql(False, relation, sql)) -%}
  {%- elif relation.is_materialized_view -%}
    {%- do return(get_create_materialized_view_as_sql(relation, sql)) -%}
  {%- endif -%}
  {%- do exceptions.raise_compiler_error("Nothing is known about how to create a " ~ relation.type ~ ".") -%}
{%- endmacro %}
