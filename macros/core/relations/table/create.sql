{# DDL that makes a table from a query. #}

{% macro get_create_table_as_sql(temporary, relation, sql) -%}
  {%- do return(adapter.dispatch("get_create_table_as_sql", "dbt")(temporary, relation, sql)) -%}
{%- endmacro %}

{% macro default__get_create_table_as_sql(temporary, relation, sql) -%}
  {%- do return(create_table_as(temporary, relation, sql)) -%}
{%- endmacro %}


{#- The older name, and the one that knows of languages. An override of before them takes three arguments. #}
{% macro create_table_as(temporary, relation, compiled_code, language='sql') -%}
  {%- if language == 'sql' -%}
    {%- do return(adapter.dispatch("create_table_as", "dbt")(temporary, relation, compiled_code)) -%}
  {%- endif -%}
  {%- do return(adapter.dispatch("create_table_as", "dbt")(temporary, relation, compiled_code, language)) -%}
{%- endmacro %}

{% macro default__create_table_as(temporary, relation, sql) -%}
  {%- set header = config.get('sql_header', none) -%}
  {%- set contract = config.get('contract') -%}
  {%- if header is not none %}{{ header }}
  {% endif -%}
  create {{ 'temporary ' if temporary }}table {{ relation.include(database=(not temporary), schema=(not temporary)) }}
  {%- if contract.enforced and not temporary -%}
    {{ get_assert_columns_equivalent(sql) }}
    {{ get_table_columns_and_constraints() }}
    {%- set sql = get_select_subquery(sql) -%}
  {%- endif %}
  as (
    {{ sql }}
  );
{%- endmacro %}


{#- A contract's columns in the order of the YAML. #}
{% macro default__get_column_names() -%}
  {%- set names = [] -%}
  {%- for column in model['columns'].values() -%}
    {%- do names.append(adapter.quote(column['name']) if column.get('quote') else column['name']) -%}
  {%- endfor -%}
  {{ names | join(', ') }}
{%- endmacro %}


{% macro get_select_subquery(sql) -%}
  {%- do return(adapter.dispatch("get_select_subquery", "dbt")(sql)) -%}
{%- endmacro %}

{% macro default__get_select_subquery(sql) -%}
  select {{ adapter.dispatch("get_column_names", "dbt")() }}
  from (
    {{ sql }}
  ) as model_subq
{%- endmacro %}
