{# How a snapshot sees that a row has changed: by its timestamp, or by comparing columns. #}

{#- The strategy's macro: `name` in the project's own scope, `package.name` in that package. #}
{% macro strategy_dispatch(name) -%}
  {%- set package, strategy = name.split('.', 1) if '.' in name else (none, name) -%}
  {%- if package is not none and package not in context -%}
    {%- do exceptions.raise_compiler_error("There is no package '" ~ package ~ "' for the snapshot strategy '" ~ name ~ "'.") -%}
  {%- endif -%}

  {%- set scope = context if package is none else context[package] -%}
  {%- set macro_name = 'snapshot_' ~ strategy ~ '_strategy' -%}
  {%- if macro_name not in scope -%}
    {%- do exceptions.raise_compiler_error(
      "There is no snapshot strategy '" ~ strategy ~ "'" ~ (" in the package '" ~ package ~ "'" if package else '')
      ~ ": no macro is called " ~ macro_name ~ "."
    ) -%}
  {%- endif -%}
  {%- do return(scope[macro_name]) -%}
{%- endmacro %}


{% macro snapshot_hash_arguments(args) -%}
  {%- do return(adapter.dispatch("snapshot_hash_arguments", "dbt")(args)) -%}
{%- endmacro %}

{% macro default__snapshot_hash_arguments(args) -%}
  {%- set texts = [] -%}
  {%- for arg in args -%}
    {%- do texts.append("coalesce(cast(" ~ arg ~ " as varchar ), '')") -%}
  {%- endfor -%}
  md5({{ texts | join(" || '|' || ") }})
{%- endmacro %}


{% macro snapshot_string_as_time(timestamp) -%}
  {%- do return(adapter.dispatch("snapshot_string_as_time", "dbt")(timestamp)) -%}
{%- endmacro %}

{% macro default__snapshot_string_as_time(timestamp) %}
  {%- do exceptions.raise_not_implemented("snapshot_string_as_time is not implemented for the adapter " ~ adapter.type()) -%}
{% endmacro %}


{#- Changed when the source's updated_at lies after the start of the kept version. The kept version's own column
    is compared, not its updated_at: that one is not there where the strategy was 'check' before. #}
{% macro snapshot_timestamp_strategy(node, snapshotted_rel, current_rel, model_config, target_exists) %}
  {%- set columns = config.get('snapshot_table_column_names') or get_snapshot_table_column_names() -%}
  {%- set updated_at = config.get('updated_at') -%}
  {%- set row_changed = '(' ~ snapshotted_rel ~ '.' ~ columns.dbt_valid_from ~ ' < ' ~ current_rel ~ '.' ~ updated_at ~ ')' -%}
  {%- do return(_snapshot_strategy(updated_at, row_changed)) -%}
{% endmacro %}


{#- Changed when one of the check_cols differs; every row has changed where a checked column is new. #}
{% macro snapshot_check_strategy(node, snapshotted_rel, current_rel, model_config, target_exists) %}
  {%- set column_added, check_cols = snapshot_check_all_get_existing_columns(node, target_exists, config.get('check_cols')) -%}
  {%- set differences = [] -%}
  {%- for column in check_cols -%}
    {%- set old, new = snapshotted_rel ~ '.' ~ column, current_rel ~ '.' ~ column -%}
    {%- do differences.append(old ~ ' != ' ~ new) -%}
    {%- do differences.append('(' ~ old ~ ' is null) != (' ~ new ~ ' is null)') -%}
  {%- endfor -%}
  {%- set row_changed = '(' ~ (get_true_sql() if column_added else differences | join(' or ')) ~ ')' -%}
  {%- do return(_snapshot_strategy(config.get('updated_at') or snapshot_get_time(), row_changed)) -%}
{% endmacro %}


{#- [whether a checked column is new, the checked columns that the target has, quoted]. #}
{% macro snapshot_check_all_get_existing_columns(node, target_exists, check_cols_config) -%}
  {%- if not target_exists -%}
    {%- do return((false, [])) -%}
  {%- endif -%}

  {%- if check_cols_config == 'all' -%}
    {%- set checked = get_columns_in_query(node['compiled_code']) -%}
  {%- elif check_cols_config is iterable and check_cols_config | length > 0 -%}
    {#- asked of the database, which knows how the names are written; the query may end in a comment -#}
    {%- set checked = get_columns_in_query(
          'select ' ~ check_cols_config | join(', ') ~ ' from (\n' ~ node['compiled_code'] ~ '\n) subq') -%}
  {%- else -%}
    {%- do exceptions.raise_compiler_error("check_cols is 'all' or a list of columns, not: " ~ check_cols_config) -%}
  {%- endif -%}

  {%- set target_relation = adapter.get_relation(database=node.database, schema=node.schema, identifier=node.alias) -%}
  {%- set existing = adapter.get_columns_in_relation(target_relation) | map(attribute='name') | list -%}
  {%- set quoted = [] -%}
  {%- for name in checked if name in existing -%}
    {%- do quoted.append(adapter.quote(name)) -%}
  {%- endfor -%}
  {%- do return((quoted | length < checked | length, quoted)) -%}
{%- endmacro %}


{% macro _snapshot_strategy(updated_at, row_changed) %}
  {%- set unique_key = config.get('unique_key') -%}
  {%- set hard_deletes = adapter.get_hard_deletes_behavior(config) -%}
  {%- do return({
    "unique_key": unique_key,
    "updated_at": updated_at,
    "row_changed": row_changed,
    "scd_id": snapshot_hash_arguments(api.Relation.scd_args(unique_key, updated_at)),
    "invalidate_hard_deletes": hard_deletes == 'invalidate',
    "hard_deletes": hard_deletes,
  }) -%}
{% endmacro %}
