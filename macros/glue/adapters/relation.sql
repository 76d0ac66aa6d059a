{# Names, dropping and renaming on Glue. #}

{% macro glue__generate_database_name(custom_database_name=none, node=none) -%}
  {{ target.schema }}
{%- endmacro %}


{#- A temporary view of the session, so it has neither schema nor files. The config custom_temp_suffix names it. #}
{% macro glue__make_temp_relation(base_relation, suffix) %}
  {%- set custom = config.get('custom_temp_suffix') -%}
  {%- do return(spark__make_temp_relation(base_relation, suffix | replace('__dbt_tmp', '_' ~ custom) if custom else suffix)) -%}
{% endmacro %}


{#- A dropped table's files stay, but for S3 Tables, which cannot be dropped without them, and for Iceberg where the config says so. #}
{% macro glue__get_drop_sql(relation) -%}
  {%- set file_format = relation.provider or config.get('file_format') or 'parquet' -%}
  {%- if relation.is_view -%}
    {%- do return(glue__get_drop_view_sql(relation)) -%}
  {%- endif -%}
  {%- set purge = file_format == 's3tables'
              or file_format == 'iceberg' and config.get('purge_dropped_iceberg_data') | string | lower == 'true' -%}
  drop table if exists {{ relation if relation.provider else glue__make_target_relation(relation, file_format) }}{{ ' purge' if purge }}
{%- endmacro %}

{% macro glue__get_drop_view_sql(relation) -%}
  drop view if exists {{ relation }}
{%- endmacro %}

{% macro glue__drop_relation(relation) -%}
  {%- call statement('drop_relation', auto_begin=False) -%}
    {{ get_drop_sql(relation) }}
  {%- endcall -%}
{%- endmacro %}

{% macro glue__drop_view(relation) -%}
  {%- call statement('drop_view', auto_begin=False) -%}
    {{ glue__get_drop_view_sql(relation) }}
  {%- endcall -%}
{%- endmacro %}


{#- Glue's Data Catalog has no renaming: the entry moves, the data stays where it is. #}
{% macro glue__rename_relation(from_relation, to_relation) -%}
  {%- if not adapter.glue_rename_relation(from_relation, to_relation) -%}
    {%- do return(spark__rename_relation(from_relation, to_relation)) -%}
  {%- endif -%}
{%- endmacro %}


{% macro glue__describe_table(relation) -%}
  {%- do return(run_query('describe ' ~ relation)) -%}
{%- endmacro %}


{% macro glue_exec_query(sql) %}
  {%- call statement('run_query_statement', auto_begin=false) -%}
    {{ sql }}
  {%- endcall -%}
{% endmacro %}
