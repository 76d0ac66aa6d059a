{# SQL of the incremental strategies on Glue, under dbt-glue's names: in the catalog that the format lives in. #}

{% macro dbt_glue_get_incremental_sql(strategy, source, target, unique_key, incremental_predicates, dest_columns=none) -%}
  {%- if strategy == 'append' -%}
    {%- do return(get_insert_into_sql(source, target)) -%}
  {%- elif strategy == 'insert_overwrite' -%}
    {%- do return(get_insert_overwrite_sql(source, target)) -%}
  {%- elif strategy == 'microbatch' -%}
    {%- if config.get('partition_by') -%}
      {%- do return(get_insert_overwrite_sql(source, target)) -%}
    {%- endif -%}
    {%- do return(_replace_batch_sql(source, glue__make_target_relation(target, config.get('file_format')))) -%}
  {%- elif strategy == 'merge' -%}
    {%- do return(get_merge_sql(target, source, unique_key, dest_columns, incremental_predicates)) -%}
  {%- endif -%}
  {%- do return(_custom_strategy_sql(strategy, source, target, unique_key, incremental_predicates)) -%}
{%- endmacro %}


{% macro get_insert_into_sql(source_relation, target_relation) -%}
  {%- do return(spark__insert_into_sql(source_relation, glue__make_target_relation(target_relation, config.get('file_format')))) -%}
{%- endmacro %}


{% macro get_insert_overwrite_sql(source_relation, target_relation) -%}
  {%- set file_format = config.get('file_format') -%}
  {%- do return(spark__insert_overwrite_sql(
    source_relation, glue__make_target_relation(target_relation, file_format), file_format in ['iceberg', 's3tables']
  )) -%}
{%- endmacro %}


{% macro get_merge_sql(target, source, unique_key, dest_columns, incremental_predicates) -%}
  {%- do return(spark__get_merge_sql(
    glue__make_target_relation(target, config.get('file_format')), source, unique_key, dest_columns, incremental_predicates
  )) -%}
{%- endmacro %}
