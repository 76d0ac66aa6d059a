{# The `on_schema_change` config: what happens when a query's columns are not the table's. #}

{% macro incremental_validate_on_schema_change(on_schema_change, default='ignore') %}
  {%- if on_schema_change in ['sync_all_columns', 'append_new_columns', 'fail', 'ignore'] -%}
    {%- do return(on_schema_change) -%}
  {%- endif -%}
  {%- do log("on_schema_change has no value '" ~ on_schema_change ~ "'; '" ~ default ~ "' is used.") -%}
  {%- do return(default) -%}
{% endmacro %}


{% macro check_for_schema_changes(source_relation, target_relation) %}
  {%- do return(adapter.dispatch("check_for_schema_changes", "dbt")(source_relation, target_relation)) -%}
{% endmacro %}

{% macro default__check_for_schema_changes(source_relation, target_relation) %}
  {%- set source_columns = adapter.get_columns_in_relation(source_relation) -%}
  {%- set target_columns = adapter.get_columns_in_relation(target_relation) -%}
  {%- set added = diff_columns(source_columns, target_columns) -%}
  {%- set removed = diff_columns(target_columns, source_columns) -%}
  {%- set retyped = diff_column_data_types(source_columns, target_columns) -%}
  {%- do return({
    'schema_changed': added != [] or removed != [] or retyped != [],
    'source_not_in_target': added,
    'target_not_in_source': removed,
    'source_columns': source_columns,
    'target_columns': target_columns,
    'new_target_types': retyped,
  }) -%}
{% endmacro %}


{% macro sync_column_schemas(on_schema_change, target_relation, schema_changes_dict) %}
  {%- do return(adapter.dispatch("sync_column_schemas", "dbt")(on_schema_change, target_relation, schema_changes_dict)) -%}
{% endmacro %}

{% macro default__sync_column_schemas(on_schema_change, target_relation, schema_changes_dict) %}
  {%- set everything = on_schema_change == 'sync_all_columns' -%}
  {%- set added = schema_changes_dict['source_not_in_target'] -%}
  {%- set removed = schema_changes_dict['target_not_in_source'] if everything else [] -%}
  {%- set retyped = schema_changes_dict['new_target_types'] if everything else [] -%}

  {%- if added or removed -%}
    {%- do alter_relation_add_remove_columns(target_relation, added, removed or none) -%}
  {%- endif -%}
  {%- for change in retyped -%}
    {%- do alter_column_type(target_relation, change['column_name'], change['new_type']) -%}
  {%- endfor -%}
  {%- do log("on_schema_change '" ~ on_schema_change ~ "' on " ~ target_relation ~ ": added " ~ added ~ ", removed " ~ removed ~ ", types changed " ~ retyped) -%}
{% endmacro %}


{% macro process_schema_changes(on_schema_change, source_relation, target_relation) %}
  {%- do return(adapter.dispatch("process_schema_changes", "dbt")(on_schema_change, source_relation, target_relation)) -%}
{% endmacro %}

{#- Gives the source's columns; {} where changes are ignored. #}
{% macro default__process_schema_changes(on_schema_change, source_relation, target_relation) %}
  {%- if on_schema_change == 'ignore' -%}
    {%- do return({}) -%}
  {%- endif -%}

  {%- set changes = check_for_schema_changes(source_relation, target_relation) -%}
  {%- if changes['schema_changed'] and on_schema_change == 'fail' -%}
    {%- do exceptions.raise_compiler_error(_schema_change_message(changes)) -%}
  {%- elif changes['schema_changed'] -%}
    {%- do sync_column_schemas(on_schema_change, target_relation, changes) -%}
  {%- endif -%}
  {%- do return(changes['source_columns']) -%}
{% endmacro %}


{% macro _schema_change_message(changes) -%}
  The source and target schemas on this incremental model are out of sync!
  Columns of the query that the table does not have: {{ changes['source_not_in_target'] }}
  Columns of the table that the query does not give: {{ changes['target_not_in_source'] }}
  Columns of another type: {{ changes['new_target_types'] }}
  To reconcile them, set on_schema_change to append_new_columns or sync_all_columns, build the model once with --full-refresh, or alter the table.
{%- endmacro %}
