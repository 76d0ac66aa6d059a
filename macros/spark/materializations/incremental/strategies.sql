{# SQL of the incremental strategies. The un-prefixed names are dbt-spark's: source first, then target. #}

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


{#- dbt-core's names for the strategies, which custom strategies call: source and target have their places in a dict. #}
{% macro spark__get_incremental_append_sql(arg_dict) %}
  {%- do return(_built_in_strategy_sql('append', arg_dict)) -%}
{% endmacro %}

{% macro spark__get_incremental_merge_sql(arg_dict) %}
  {%- do return(_built_in_strategy_sql('merge', arg_dict)) -%}
{% endmacro %}

{% macro spark__get_incremental_insert_overwrite_sql(arg_dict) %}
  {%- do return(_built_in_strategy_sql('insert_overwrite', arg_dict)) -%}
{% endmacro %}

{% macro spark__get_incremental_microbatch_sql(arg_dict) %}
  {%- do return(_built_in_strategy_sql('microbatch', arg_dict)) -%}
{% endmacro %}

{% macro _built_in_strategy_sql(strategy, arg_dict) %}
  {%- do return(adapter.dispatch("incremental_sql", "dbt")(
    strategy, arg_dict['temp_relation'], arg_dict['target_relation'], arg_dict['target_relation'],
    arg_dict['unique_key'], arg_dict['incremental_predicates']
  )) -%}
{% endmacro %}


{% macro get_insert_into_sql(source_relation, target_relation) -%}
  {%- do return(spark__insert_into_sql(source_relation, target_relation)) -%}
{%- endmacro %}

{% macro spark__insert_into_sql(source_relation, target_relation) -%}
{%- set columns = adapter.get_columns_in_relation(target_relation) | map(attribute='quoted') | join(', ') %}
    insert into table {{ target_relation }}
    select {{ columns }} from {{ source_relation }}
{%- endmacro %}


{% macro get_insert_overwrite_sql(source_relation, target_relation, existing_relation) -%}
  {%- do return(spark__insert_overwrite_sql(source_relation, target_relation, existing_relation.is_iceberg)) -%}
{%- endmacro %}

{#- Iceberg finds the partitions itself: they may be transforms, which a PARTITION clause cannot name. #}
{% macro spark__insert_overwrite_sql(source_relation, target_relation, is_iceberg) -%}
{%- set columns = adapter.get_columns_in_relation(target_relation) | map(attribute='quoted') | join(', ') %}
    insert overwrite {{ '' if is_iceberg else 'table ' }}{{ target_relation }}
    {{ '' if is_iceberg else partition_cols(label="partition") }}
    select {{ columns }} from {{ source_relation }}
{%- endmacro %}


{#- Without a unique_key no row matches, and all rows are added. #}
{% macro spark__get_merge_sql(target, source, unique_key, dest_columns, incremental_predicates) -%}
  {%- set columns = dest_columns or adapter.get_columns_in_relation(target) -%}
  {%- set updated = get_merge_update_columns(config.get('merge_update_columns'), config.get('merge_exclude_columns'), columns) -%}
  {%- set matches = [] + (incremental_predicates or []) -%}
  {%- for key in ([unique_key] if unique_key is string else unique_key or []) -%}
    {%- do matches.append('DBT_INTERNAL_SOURCE.' ~ key ~ ' = DBT_INTERNAL_DEST.' ~ key) -%}
  {%- endfor -%}
  {%- if not unique_key -%}{%- do matches.append('FALSE') -%}{%- endif -%}

  {%- if config.get('sql_header') %}{{ config.get('sql_header') }}
  {% endif %}
  merge into {{ target }} as DBT_INTERNAL_DEST
      using {{ source }} as DBT_INTERNAL_SOURCE
      on {{ matches | join(' and ') }}

      when matched then update set
        {% for column in updated or [] %}{{ column }} = DBT_INTERNAL_SOURCE.{{ column }}{{ ', ' if not loop.last }}{% else %}*{% endfor %}

      when not matched then insert *
{%- endmacro %}


{#- None, which stands for every column, where neither config is set. #}
{% macro spark__get_merge_update_columns(merge_update_columns, merge_exclude_columns, dest_columns) %}
  {%- if not merge_update_columns and not merge_exclude_columns -%}
    {%- do return(none) -%}
  {%- endif -%}
  {%- do return(default__get_merge_update_columns(merge_update_columns, merge_exclude_columns, dest_columns)) -%}
{% endmacro %}
