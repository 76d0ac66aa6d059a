{# DDL that makes a view. #}

{% macro get_create_view_as_sql(relation, sql) -%}
  {%- do return(adapter.dispatch("get_create_view_as_sql", "dbt")(relation, sql)) -%}
{%- endmacro %}

{% macro default__get_create_view_as_sql(relation, sql) -%}
  {%- do return(create_view_as(relation, sql)) -%}
{%- endmacro %}


{% macro create_view_as(relation, sql) -%}
  {%- do return(adapter.dispatch("create_view_as", "dbt")(relation, sql)) -%}
{%- endmacro %}

{% macro default__create_view_as(relation, sql) -%}
  {%- set header = config.get('sql_header', none) -%}
  {%- if config.get('contract').enforced -%}
    {%- do get_assert_columns_equivalent(sql) -%}
  {%- endif -%}
  {%- if header is not none %}{{ header }}
  {% endif -%}
  create view {{ relation.render() }} as (
    {{ sql }}
  );
{%- endmacro %}
