{# Columns: of a relation, of a query, and changing them. #}

{% macro get_columns_in_relation(relation) -%}
  {%- do return(adapter.dispatch("get_columns_in_relation", "dbt")(relation)) -%}
{%- endmacro %}

{% macro default__get_columns_in_relation(relation) -%}
  {%- do exceptions.raise_not_implemented("get_columns_in_relation is not implemented for the adapter " ~ adapter.type()) -%}
{%- endmacro %}


{% macro sql_convert_columns_in_relation(table) -%}
  {%- set columns = [] -%}
  {%- for row in table -%}
    {%- do columns.append(api.Column(*row)) -%}
  {%- endfor -%}
  {%- do return(columns) -%}
{%- endmacro %}


{% macro get_list_of_column_names(columns) -%}
  {%- do return(columns | map(attribute='name') | list) -%}
{%- endmacro %}


{% macro get_empty_subquery_sql(select_sql, select_sql_header=none) -%}
  {%- do return(adapter.dispatch("get_empty_subquery_sql", "dbt")(select_sql, select_sql_header)) -%}
{%- endmacro %}

{#- The columns of a query without its rows: what contracts and snapshots look at. #}
{% macro default__get_empty_subquery_sql(select_sql, select_sql_header=none) -%}
  {%- if select_sql_header is not none %}{{ select_sql_header }}
  {% endif -%}
  select * from (
    {{ select_sql }}
  ) as __dbt_sbq
  where false
  limit 0
{%- endmacro %}


{% macro get_empty_schema_sql(columns) -%}
  {%- do return(adapter.dispatch("get_empty_schema_sql", "dbt")(columns)) -%}
{%- endmacro %}

{% macro default__get_empty_schema_sql(columns) -%}
  {%- set untyped, unsized, selected = [], [], [] -%}
  {%- for column in columns.values() -%}
    {%- if column['data_type'] is not defined -%}
      {%- do untyped.append(column['name']) -%}
    {%- else -%}
      {%- if column['data_type'].strip().lower() in ['numeric', 'decimal', 'number'] -%}
        {%- do unsized.append(column['name']) -%}
      {%- endif -%}
      {%- set name = adapter.quote(column['name']) if column.get('quote') else column['name'] -%}
      {%- do selected.append((cast('null', column['data_type']) | trim) ~ ' as ' ~ name) -%}
    {%- endif -%}
  {%- endfor -%}

  {%- if untyped -%}
    {%- do exceptions.column_type_missing(column_names=untyped) -%}
  {%- elif unsized -%}
    {%- do exceptions.warn("Columns with a numeric type without precision and scale may be rounded: " ~ unsized) -%}
  {%- endif -%}
  select {{ selected | join(', ') }}
{%- endmacro %}


{% macro get_column_schema_from_query(select_sql, select_sql_header=none) -%}
  {%- do return(adapter.get_column_schema_from_query(get_empty_subquery_sql(select_sql, select_sql_header))) -%}
{%- endmacro %}


{% macro get_columns_in_query(select_sql) -%}
  {%- do return(adapter.dispatch("get_columns_in_query", "dbt")(select_sql)) -%}
{%- endmacro %}

{% macro default__get_columns_in_query(select_sql) -%}
  {%- call statement('get_columns_in_query', fetch_result=true, auto_begin=false) -%}
    {{ get_empty_subquery_sql(select_sql) }}
  {%- endcall -%}
  {%- do return(load_result('get_columns_in_query').table.columns | map(attribute='name') | list) -%}
{%- endmacro %}


{% macro alter_column_type(relation, column_name, new_column_type) -%}
  {%- do return(adapter.dispatch("alter_column_type", "dbt")(relation, column_name, new_column_type)) -%}
{%- endmacro %}

{#- By way of a second column, for engines that cannot change a type in place. #}
{% macro default__alter_column_type(relation, column_name, new_column_type) -%}
  {%- set table = relation.render() -%}
  {%- set column = adapter.quote(column_name) -%}
  {%- set copy = adapter.quote(column_name ~ '__dbt_alter') -%}
  {%- call statement('alter_column_type') -%}
    alter table {{ table }} add column {{ copy }} {{ new_column_type }};
    update {{ table }} set {{ copy }} = {{ column }};
    alter table {{ table }} drop column {{ column }} cascade;
    alter table {{ table }} rename column {{ copy }} to {{ column }}
  {%- endcall -%}
{%- endmacro %}


{% macro alter_relation_add_remove_columns(relation, add_columns = none, remove_columns = none) -%}
  {%- do return(adapter.dispatch("alter_relation_add_remove_columns", "dbt")(relation, add_columns, remove_columns)) -%}
{%- endmacro %}

{% macro default__alter_relation_add_remove_columns(relation, add_columns, remove_columns) -%}
  {%- set changes = [] -%}
  {%- for column in add_columns or [] -%}
    {%- do changes.append('add column ' ~ column.quoted ~ ' ' ~ column.expanded_data_type) -%}
  {%- endfor -%}
  {%- for column in remove_columns or [] -%}
    {%- do changes.append('drop column ' ~ column.quoted) -%}
  {%- endfor -%}
  {%- do run_query('alter ' ~ relation.type ~ ' ' ~ relation.render() ~ ' ' ~ changes | join(', ')) -%}
{%- endmacro %}
