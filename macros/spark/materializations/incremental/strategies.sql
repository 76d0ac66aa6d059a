{# From the name of an incremental strategy to its SQL. #}

{% macro dbt_spark_get_incremental_sql(strategy, source, target, existing, unique_key, incremental_predicates) -%}
  {%- if strategy == 'append' -%}
    {%- do return(get_insert_into_sql(source, target)) -%}
  {%- elif strategy == 'insert_overwrite' -%}
    {%- do return(get_insert_overwrite_sql(source, target, existing)) -%}
  {%- elif strategy == 'microbatch' -%}
    {%- if config.get('partition_by') -%}
      {%- do return(get_insert_overwrite_sql(source, target, existing)) -%}
    {%- endif -%}
    {%- do return(_replace_batch_sql(source, target)) -%}
  {%- elif strategy == 'merge' -%}
    {%- do return(get_merge_sql(target, source, unique_key, dest_columns=none, incremental_predicates=incremental_predicates)) -%}
  {%- endif -%}
  {%- do return(_custom_strategy_sql(strategy, source, target, unique_key, incremental_predicates)) -%}
{%- endmacro %}


{#- A batch that is no partition: the rows of its time are replaced, in one statement. Formats that merge can do that. #}
{% macro _replace_batch_sql(source, target) -%}
  {%- if config.get('file_format') not in ['delta', 'iceberg', 'hudi', 's3tables'] -%}
    {%- do exceptions.raise_compiler_error(
      "The incremental strategy 'microbatch' requires a `partition_by` config: a column whose values are no longer than one "
      ~ config.get('batch_size') ~ "."
    ) -%}
  {%- endif -%}
  {%- set time = 'DBT_INTERNAL_DEST.' ~ config.get('event_time') -%}
  {%- do return(get_insert_overwrite_merge_sql(target, source, adapter.get_columns_in_relation(target), [
    time ~ " >= '" ~ model.batch.event_time_start ~ "'",
    time ~ " < '" ~ model.batch.event_time_end ~ "'",
  ])) -%}
{%- endmacro %}


{% macro _custom_strategy_sql(strategy, source, target, unique_key, incremental_predicates) -%}
  {%- set strategy_macro = context.get(_strategy_macro_name(strategy)) -%}
  {%- if not strategy_macro -%}
    {%- do exceptions.raise_compiler_error("No known SQL for the incremental strategy provided: " ~ strategy) -%}
  {%- endif -%}
  {%- do return(strategy_macro({
    'target_relation': target,
    'temp_relation': source,
    'unique_key': unique_key,
    'dest_columns': adapter.get_columns_in_relation(target),
    'incremental_predicates': incremental_predicates,
  })) -%}
{%- endmacro %}
