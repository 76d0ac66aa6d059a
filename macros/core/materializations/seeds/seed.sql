{# A seed: its CSV file as a table. #}

{% materialization seed, default %}
  {%- set target_relation = this.incorporate(type='table') -%}
  {%- set existing_relation = load_cached_relation(this) -%}
  {%- set full_refresh_mode = should_full_refresh() -%}
  {%- set agate_table = load_agate_table() -%}
  {%- do store_result('agate_table', response='OK', agate_table=agate_table) -%}
  {%- do run_hooks(pre_hooks, inside_transaction=False) -%}
  {%- do run_hooks(pre_hooks, inside_transaction=True) -%}

  {%- if existing_relation is not none and existing_relation.is_view -%}
    {%- do exceptions.raise_compiler_error("Cannot seed to '" ~ existing_relation.render() ~ "', it is a view") -%}
  {%- elif existing_relation is not none and existing_relation.is_table -%}
    {%- set create_sql = reset_csv_table(model, full_refresh_mode, existing_relation, agate_table) -%}
  {%- else -%}
    {%- set create_sql = create_csv_table(model, agate_table) -%}
  {%- endif -%}

  {%- set rows_affected = agate_table.rows | length -%}
  {%- set insert_sql = load_csv_rows(model, agate_table) if rows_affected > 0 else '' -%}
  {%- set code = 'CREATE' if full_refresh_mode else 'INSERT' -%}
  {%- call noop_statement('main', code ~ ' ' ~ rows_affected, code, rows_affected) -%}
    {{ get_csv_sql(create_sql, insert_sql) }};
  {%- endcall -%}

  {%- do apply_grants(target_relation, config.get('grants'), should_revoke=should_revoke(existing_relation, full_refresh_mode)) -%}
  {%- do persist_docs(target_relation, model) -%}
  {%- if full_refresh_mode or existing_relation is none -%}
    {%- do create_indexes(target_relation) -%}
  {%- endif -%}
  {%- do run_hooks(post_hooks, inside_transaction=True) -%}
  {%- do adapter.commit() -%}
  {%- do run_hooks(post_hooks, inside_transaction=False) -%}
  {%- do return({'relations': [target_relation]}) -%}
{% endmaterialization %}
