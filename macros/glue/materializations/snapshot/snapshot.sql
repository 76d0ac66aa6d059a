{# A snapshot: Spark's, in the catalog that the format lives in. #}

{% materialization snapshot, adapter='glue' %}
  {%- do return(materialization_snapshot_spark()) -%}
{% endmaterialization %}


{% macro glue__snapshot_hash_arguments(args) -%}
  {%- do return(spark__snapshot_hash_arguments(args)) -%}
{%- endmacro %}

{% macro glue__snapshot_string_as_time(timestamp) -%}
  {%- do return(spark__snapshot_string_as_time(timestamp)) -%}
{%- endmacro %}

{% macro glue__snapshot_merge_sql(target, source, insert_cols) -%}
  {%- do return(spark__snapshot_merge_sql(glue__make_target_relation(target, config.get('file_format')), source, insert_cols)) -%}
{%- endmacro %}

{% macro glue_build_snapshot_staging_table(strategy, sql, target_relation) %}
  {%- do return(spark_build_snapshot_staging_table(strategy, sql, target_relation)) -%}
{% endmacro %}

{% macro glue__post_snapshot(staging_relation) %}
  {%- do return(spark__post_snapshot(staging_relation)) -%}
{% endmacro %}

{% macro glue__create_columns(relation, columns) %}
  {%- do return(spark__create_columns(glue__make_target_relation(relation, config.get('file_format')), columns)) -%}
{% endmacro %}
