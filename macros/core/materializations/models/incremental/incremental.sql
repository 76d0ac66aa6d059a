{# An incremental model, for engines that rename and have temporary tables. Glue and Spark have their own. #}

{% materialization incremental, default %}
  {%- set existing_relation = load_cached_relation(this) -%}
  {%- set target_relation = this.incorporate(type='table') -%}
  {%- set intermediate_relation = make_intermediate_relation(target_relation) -%}
  {%- set backup_relation = make_backup_relation(target_relation, existing_relation.type if existing_relation else 'table') -%}
  {%- set full_refresh_mode = should_full_refresh() or existing_relation.is_view -%}
  {%- set strategy_macro = adapter.get_incremental_strategy_macro(context, config.get('incremental_strategy') or 'default') -%}
  {%- do drop_relation_if_exists(load_cached_relation(intermediate_relation)) -%}
  {%- do drop_relation_if_exists(load_cached_relation(backup_relation)) -%}
  {%- do run_hooks(pre_hooks, inside_transaction=False) -%}
  {%- do run_hooks(pre_hooks, inside_transaction=True) -%}

  {%- set swapped = existing_relation is not none and full_refresh_mode -%}
  {%- if existing_relation is none or full_refresh_mode -%}
    {%- set built_relation = intermediate_relation if swapped else target_relation -%}
    {%- set build_sql = get_create_table_as_sql(False, built_relation, sql) -%}
  {%- else -%}
    {%- set build_sql = _incremental_update_sql(existing_relation, target_relation, strategy_macro) -%}
  {%- endif -%}
  {%- call statement('main') -%}
    {{ build_sql }}
  {%- endcall -%}

  {%- if built_relation is defined -%}{%- do create_indexes(built_relation) -%}{%- endif -%}
  {%- if swapped -%}
    {%- do _swap_in(existing_relation, intermediate_relation, target_relation, backup_relation) -%}
  {%- endif -%}
  {%- do apply_grants(target_relation, config.get('grants'), should_revoke=should_revoke(existing_relation, full_refresh_mode)) -%}
  {%- do persist_docs(target_relation, model) -%}
  {%- do run_hooks(post_hooks, inside_transaction=True) -%}
  {%- do adapter.commit() -%}
  {%- if swapped -%}{%- do adapter.drop_relation(backup_relation) -%}{%- endif -%}
  {%- do run_hooks(post_hooks, inside_transaction=False) -%}
  {%- do return({'relations': [target_relation]}) -%}
{% endmaterialization %}


{#- The new rows go to a temporary table; the strategy's SQL brings them into the target. #}
{% macro _incremental_update_sql(existing_relation, target_relation, strategy_macro) %}
  {%- set temp_relation = make_temp_relation(target_relation) -%}
  {%- do run_query(get_create_table_as_sql(True, temp_relation, sql)) -%}
  {%- if not config.get('contract').enforced -%}
    {%- do adapter.expand_target_column_types(from_relation=temp_relation, to_relation=target_relation) -%}
  {%- endif -%}

  {%- set on_schema_change = incremental_validate_on_schema_change(config.get('on_schema_change'), default='ignore') -%}
  {%- set dest_columns = process_schema_changes(on_schema_change, temp_relation, existing_relation)
                      or adapter.get_columns_in_relation(existing_relation) -%}
  {%- do return(strategy_macro({
    'target_relation': target_relation,
    'temp_relation': temp_relation,
    'unique_key': config.get('unique_key'),
    'dest_columns': dest_columns,
    'incremental_predicates': config.get('predicates', none) or config.get('incremental_predicates', none),
  })) -%}
{% endmacro %}
