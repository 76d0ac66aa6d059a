{# A data test: one row that says how many failures there are and whether that is a warning or an error. #}

{%- materialization test, default -%}
  {%- set header = (config.get('sql_header') if flags.REQUIRE_SQL_HEADER_IN_TEST_CONFIGS) or '' -%}
  {%- set failing_rows = get_limit_subquery_sql(sql, config.get('limit')) -%}
  {%- set relations = [] -%}

  {%- if should_store_failures() -%}
    {%- set stored = _store_test_failures(failing_rows, header) -%}
    {%- do relations.append(stored) -%}
    {%- set failing_rows = 'select * from ' ~ stored -%}
  {%- endif -%}

  {%- call statement('main', fetch_result=true) -%}
    {% if header %}{{ header }}
    {% endif -%}
    {#- the limit is already inside; it is passed because an override may require it -#}
    {{ get_test_sql(failing_rows, config.get('fail_calc'), config.get('warn_if'), config.get('error_if'), limit=none) }}
  {%- endcall -%}

  {%- do return({'relations': relations}) -%}
{%- endmaterialization -%}


{#- Keeps the failing rows as a table or view of their own, and gives that relation. #}
{% macro _store_test_failures(failing_rows, header) %}
  {#- the flag alone leaves store_failures_as unset -#}
  {%- set kind = config.get('store_failures_as') or 'table' -%}
  {%- if kind not in ['table', 'view'] -%}
    {%- do exceptions.raise_compiler_error("'" ~ kind ~ "' is not a value of store_failures_as; it is one of: ephemeral, table, view.") -%}
  {%- endif -%}

  {%- set stored = api.Relation.create(database=database, schema=schema, identifier=model['alias'], type=kind) -%}
  {%- do _make_way(load_cached_relation(stored), kind) -%}
  {%- call statement(auto_begin=true) -%}
    {% if header %}{{ header }}
    {% endif -%}
    {{ get_create_sql(stored, failing_rows) }}
  {%- endcall -%}
  {%- do adapter.commit() -%}
  {%- do return(stored) -%}
{% endmacro %}
