{# Tables on Glue: Spark's DDL, in the catalog that the format lives in. #}

{% macro glue__create_temporary_view(relation, sql) -%}
  {%- do return(spark__create_temporary_view(relation.include(schema=false), _with_added_columns(sql))) -%}
{%- endmacro %}


{% macro glue__create_table_as(temporary, relation, sql, language='sql') -%}
  {%- set file_format = _file_format() -%}
  {%- if temporary or language == 'python' -%}
    {%- do return(spark__create_table_as(temporary, relation, sql, language)) -%}
  {%- elif file_format == 's3tables' -%}
    {%- do return(glue__create_s3_table_with_insert(relation, sql)) -%}
  {%- endif -%}
  {%- do return(spark__create_table_as(False, glue__make_target_relation(relation, file_format), _with_added_columns(sql))) -%}
{%- endmacro %}


{#- S3 Tables know no CREATE TABLE AS: an empty table with the query's columns, then an insert, which is what this gives. #}
{% macro glue__create_s3_table_with_insert(relation, sql) -%}
  {%- set table = glue__make_target_relation(relation, 's3tables') -%}
  {%- set query = add_iceberg_timestamp_column(sql) -%}
  {%- set shape = make_temp_relation(relation, '__dbt_shape') -%}
  {%- call statement('create_temp_view', auto_begin=False) -%}
    {{ create_temporary_view(shape, query) }}
  {%- endcall -%}
  {%- set definitions = glue__format_columns_from_describe(run_query('describe ' ~ shape)) -%}

  {%- call statement('create_s3_table', auto_begin=False) -%}
    create or replace table {{ table }} ({{ definitions }})
    {{ file_format_clause() }}
    {{ partition_cols(label="partitioned by") }}
    {{ clustered_cols(label="clustered by") }}
    {{ tblproperties_clause() }}
    {{ comment_clause() }}
  {%- endcall -%}
  insert into {{ table }} {{ query }}
{%- endmacro %}


{#- Column definitions from DESCRIBE's rows, up to the remarks on partitions that follow them. #}
{% macro glue__format_columns_from_describe(describe_result) -%}
  {%- set definitions = [] -%}
  {%- for row in describe_result.rows if row[0] and row[1] and not row[0].startswith('#') -%}
    {%- do definitions.append(row[0] ~ ' ' ~ row[1]) -%}
  {%- endfor -%}
  {{ definitions | join(', ') }}
{%- endmacro %}
