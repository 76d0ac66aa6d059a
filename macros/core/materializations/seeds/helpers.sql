{# Steps of loading a seed, each of which an adapter or a project can replace. #}

{% macro create_csv_table(model, agate_table) -%}
  {%- do return(adapter.dispatch("create_csv_table", "dbt")(model, agate_table)) -%}
{%- endmacro %}

{% macro default__create_csv_table(model, agate_table) %}
  {%- set create_sql = 'create table ' ~ this.render() ~ ' (' ~ _seed_columns(model, agate_table) | join(', ') ~ ')' -%}
  {%- call statement('_') -%}
    {{ create_sql }}
  {%- endcall -%}
  {%- do return(create_sql) -%}
{% endmacro %}


{#- ["name type", ...]: the type of column_types, else the one that the data shows. #}
{% macro _seed_columns(model, agate_table) %}
  {%- set given = model['config'].get('column_types') or {} -%}
  {%- set quote = model['config'].get('quote_columns', none) -%}
  {%- set columns = [] -%}
  {%- for name in agate_table.column_names -%}
    {%- set type = given.get(name) or adapter.convert_type(agate_table, loop.index0) -%}
    {%- do columns.append(adapter.quote_seed_column(name | string, quote) ~ ' ' ~ type) -%}
  {%- endfor -%}
  {%- do return(columns) -%}
{% endmacro %}


{% macro reset_csv_table(model, full_refresh, old_relation, agate_table) -%}
  {%- do return(adapter.dispatch("reset_csv_table", "dbt")(model, full_refresh, old_relation, agate_table)) -%}
{%- endmacro %}

{% macro default__reset_csv_table(model, full_refresh, old_relation, agate_table) %}
  {%- if full_refresh -%}
    {%- do adapter.drop_relation(old_relation) -%}
    {%- do return(create_csv_table(model, agate_table)) -%}
  {%- endif -%}
  {%- do adapter.truncate_relation(old_relation) -%}
  {%- do return('truncate table ' ~ old_relation.render()) -%}
{% endmacro %}


{% macro get_csv_sql(create_or_truncate_sql, insert_sql) -%}
  {%- do return(adapter.dispatch("get_csv_sql", "dbt")(create_or_truncate_sql, insert_sql)) -%}
{%- endmacro %}

{#- What is written down for a seed: it is not run as it stands. #}
{% macro default__get_csv_sql(create_or_truncate_sql, insert_sql) -%}
  {{ create_or_truncate_sql }};
  -- dbt seed --
  {{ insert_sql }}
{%- endmacro %}


{% macro get_binding_char() -%}
  {%- do return(adapter.dispatch("get_binding_char", "dbt")()) -%}
{%- endmacro %}

{% macro default__get_binding_char() %}
  {%- do return('%s') -%}
{% endmacro %}


{% macro get_batch_size() -%}
  {%- do return(adapter.dispatch("get_batch_size", "dbt")()) -%}
{%- endmacro %}

{% macro default__get_batch_size() %}
  {%- do return(10000) -%}
{% endmacro %}


{% macro get_seed_column_quoted_csv(model, column_names) %}
  {%- set quote = model['config'].get('quote_columns', none) -%}
  {%- set quoted = [] -%}
  {%- for name in column_names -%}
    {%- do quoted.append(adapter.quote_seed_column(name, quote)) -%}
  {%- endfor -%}
  {%- do return(quoted | join(', ')) -%}
{% endmacro %}


{% macro load_csv_rows(model, agate_table) -%}
  {%- do return(adapter.dispatch("load_csv_rows", "dbt")(model, agate_table)) -%}
{%- endmacro %}

{#- Inserts in batches, with the values bound; gives the first statement, to be written down. #}
{% macro default__load_csv_rows(model, agate_table) %}
  {%- set columns = get_seed_column_quoted_csv(model, agate_table.column_names) -%}
  {%- set placeholders = [get_binding_char()] * (agate_table.column_names | length) -%}
  {%- set statements = [] -%}
  {%- for chunk in agate_table.rows | batch(get_batch_size()) -%}
    {%- set bindings = [] -%}
    {%- for row in chunk -%}{%- do bindings.extend(row) -%}{%- endfor -%}
    {%- set rows = ['(' ~ placeholders | join(',') ~ ')'] * (chunk | length) -%}
    {%- set insert_sql = 'insert into ' ~ this.render() ~ ' (' ~ columns ~ ') values ' ~ rows | join(',') -%}
    {%- do adapter.add_query(insert_sql, bindings=bindings, abridge_sql_log=True) -%}
    {%- do statements.append(insert_sql) -%}
  {%- endfor -%}
  {%- do return(statements[0]) -%}
{% endmacro %}
