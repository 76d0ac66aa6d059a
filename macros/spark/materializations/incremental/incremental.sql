{# An incremental model: built whole the first time, then brought up to date by its strategy. #}

{% materialization incremental, adapter='spark', supported_languages=['sql', 'python'] %}
  {#- wrong configs fail before anything runs -#}
  {%- set file_format = adapter.dispatch("incremental_file_format", "dbt")(config.get('file_format') or 'parquet') -%}
  {%- set strategy = adapter.dispatch("incremental_strategy", "dbt")(config.get('incremental_strategy') or 'append', file_format) -%}
  {%- set target_relation = this.incorporate(type='table') -%}
  {%- set existing_relation = _existing_relation() -%}
  {%- set rebuild = existing_relation is none or existing_relation.is_view or should_full_refresh() -%}
  {%- if not rebuild -%}{%- do _check_format_kept(existing_relation, file_format) -%}{%- endif -%}

  {%- if strategy in ['insert_overwrite', 'microbatch'] and config.get('partition_by') -%}
    {%- call statement() -%}
      set spark.sql.sources.partitionOverwriteMode = DYNAMIC
    {%- endcall -%}
  {%- endif -%}
  {%- do run_hooks(pre_hooks) -%}

  {%- if rebuild -%}
    {%- do _rebuild_table(existing_relation, target_relation) -%}
  {%- else -%}
    {%- do _update_table(strategy, existing_relation, target_relation) -%}
  {%- endif -%}
  {%- do apply_grants(target_relation, config.get('grants'), should_revoke(existing_relation, rebuild)) -%}
  {%- do persist_docs(target_relation, model) -%}
  {%- do _after_build(target_relation) -%}

  {%- do run_hooks(post_hooks) -%}
  {%- do return({'relations': [target_relation]}) -%}
{% endmaterialization %}


{#- Rows are added in the format that is there: another one needs the whole table. #}
{% macro _check_format_kept(existing_relation, file_format) %}
  {%- set wanted = 'iceberg' if file_format == 's3tables' else file_format -%}
  {%- set row_level = ['delta', 'iceberg', 'hudi'] -%}
  {%- set found = existing_relation.provider -%}
  {%- if found and found != wanted and (found in row_level or wanted in row_level) -%}
    {%- do exceptions.raise_compiler_error(
      existing_relation.render() ~ " is a table of " ~ found ~ ", and file_format is now " ~ file_format
      ~ ". Build it anew with --full-refresh, or set file_format back."
    ) -%}
  {%- endif -%}
{% endmacro %}


{#- The new rows under a temporary name, which ends with the lane, the table's columns adjusted to them, then the strategy's SQL. #}
{% macro _update_table(strategy, existing_relation, target_relation) %}
  {%- set on_schema_change = incremental_validate_on_schema_change(config.get('on_schema_change'), default='ignore') -%}
  {%- set predicates = config.get('predicates', none) or config.get('incremental_predicates', none) -%}
  {%- set language = model['language'] -%}
  {%- set temp_relation = make_temp_relation(target_relation) -%}
  {%- if language == 'sql' and config.get('contract').enforced -%}
    {%- do get_assert_columns_equivalent(compiled_code) -%}
  {%- endif -%}

  {%- call statement('create_tmp_relation', language=language) -%}
    {{ create_table_as(True, temp_relation, compiled_code, language) }}
  {%- endcall -%}
  {%- do process_schema_changes(on_schema_change, temp_relation, existing_relation) -%}
  {%- call statement('main') -%}
    {{ adapter.dispatch("incremental_sql", "dbt")(
         strategy, temp_relation, target_relation, existing_relation, config.get('unique_key'), predicates) }}
  {%- endcall -%}
{% endmacro %}


{% macro spark__incremental_file_format(raw_file_format) %}
  {%- do return(dbt_spark_validate_get_file_format(raw_file_format)) -%}
{% endmacro %}

{% macro spark__incremental_strategy(raw_strategy, file_format) %}
  {%- do return(dbt_spark_validate_get_incremental_strategy(raw_strategy, file_format)) -%}
{% endmacro %}

{% macro spark__incremental_sql(strategy, source, target, existing, unique_key, incremental_predicates) -%}
  {%- do return(dbt_spark_get_incremental_sql(strategy, source, target, existing, unique_key, incremental_predicates)) -%}
{%- endmacro %}
