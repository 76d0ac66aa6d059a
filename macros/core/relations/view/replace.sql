{# Replacing a view in one statement: the DDL, and a materialization for engines that can. #}

{% macro get_replace_view_sql(relation, sql) -%}
  {%- do return(adapter.dispatch("get_replace_view_sql", "dbt")(relation, sql)) -%}
{%- endmacro %}

{% macro default__get_replace_view_sql(relation, sql) -%}
  {%- do exceptions.raise_compiler_error("get_replace_view_sql is not implemented for the adapter " ~ adapter.type()) -%}
{%- endmacro %}


{#- The body of a view materialization where `create or replace view` may change the columns. #}
{% macro create_or_replace_view() %}
  {%- set target_relation = api.Relation.create(database=database, schema=schema, identifier=model['alias'], type='view') -%}
  {%- set existing_relation = load_cached_relation(target_relation) -%}
  {%- do run_hooks(pre_hooks) -%}

  {%- if existing_relation is not none and existing_relation.is_table -%}
    {%- do handle_existing_table(should_full_refresh(), existing_relation) -%}
  {%- endif -%}
  {%- call statement('main') -%}
    {{ get_create_view_as_sql(target_relation, sql) }}
  {%- endcall -%}

  {%- set was_view = existing_relation is not none and existing_relation.is_view -%}
  {%- do apply_grants(target_relation, config.get('grants'), should_revoke=should_revoke(was_view, full_refresh_mode=True)) -%}
  {%- do run_hooks(post_hooks) -%}
  {%- do return({'relations': [target_relation]}) -%}
{% endmacro %}


{% macro handle_existing_table(full_refresh, old_relation) -%}
  {%- do return(adapter.dispatch("handle_existing_table", "dbt")(full_refresh, old_relation)) -%}
{%- endmacro %}

{% macro default__handle_existing_table(full_refresh, old_relation) -%}
  {%- do log("Dropping the " ~ old_relation.type ~ " " ~ old_relation.render() ~ ": a view takes its place.") -%}
  {%- do adapter.drop_relation(old_relation) -%}
{%- endmacro %}
