{# The clauses of Spark's CREATE TABLE, each from a config; empty where the config is not set. #}

{% macro file_format_clause() %}
  {%- do return(adapter.dispatch("file_format_clause", "dbt")()) -%}
{% endmacro %}

{% macro spark__file_format_clause() -%}
  {%- if config.get('file_format') is not none -%}
    using {{ config.get('file_format') }}
  {%- endif -%}
{%- endmacro %}


{% macro options_clause() -%}
  {%- do return(adapter.dispatch("options_clause", "dbt")()) -%}
{%- endmacro %}

{#- Hudi's primary key is the model's unique_key: it is added, and must not be another one. #}
{% macro spark__options_clause() -%}
  {%- set options = dict(config.get('options') or {}) -%}
  {%- set unique_key = _unique_key() -%}
  {%- if config.get('file_format') == 'hudi' -%}
    {%- if unique_key is not none and 'primaryKey' not in options -%}
      {%- do options.update({'primaryKey': unique_key if unique_key is string else unique_key | join(',')}) -%}
    {%- elif 'primaryKey' in options and options['primaryKey'] != unique_key -%}
      {%- do exceptions.raise_compiler_error("unique_key and options('primaryKey') should be the same column(s).") -%}
    {%- endif -%}
  {%- endif -%}
  {{ _options(options) }}
{%- endmacro %}

{#- A snapshot has many versions of a row: each has a key of its own. #}
{% macro _unique_key() %}
  {%- if model.resource_type == 'snapshot' -%}
    {%- do return((config.get('snapshot_table_column_names') or get_snapshot_table_column_names()).dbt_scd_id) -%}
  {%- endif -%}
  {%- do return(config.get('unique_key')) -%}
{% endmacro %}

{% macro _options(options) -%}
  {%- if options -%}
    options (
    {%- for name, value in options.items() -%}
      {{ name }} "{{ value }}"{{ ', ' if not loop.last }}
    {%- endfor -%}
    )
  {%- endif -%}
{%- endmacro %}


{% macro tblproperties_clause() %}
  {%- do return(adapter.dispatch("tblproperties_clause", "dbt")()) -%}
{% endmacro %}

{% macro spark__tblproperties_clause() -%}
  {%- set properties = config.get('tblproperties') -%}
  {%- if properties is not none -%}
    tblproperties (
    {%- for name, value in properties.items() -%}
      '{{ name }}' = '{{ value }}'{{ ', ' if not loop.last }}
    {%- endfor -%}
    )
  {%- endif -%}
{%- endmacro %}


{% macro partition_cols(label, required=false) %}
  {%- do return(adapter.dispatch("partition_cols", "dbt")(label, required)) -%}
{% endmacro %}

{% macro spark__partition_cols(label, required=false) -%}
  {%- set columns = config.get('partition_by') -%}
  {%- if columns is not none -%}
    {{ label }} ({{ columns if columns is string else columns | join(',') }})
  {%- endif -%}
{%- endmacro %}


{% macro clustered_cols(label, required=false) %}
  {%- do return(adapter.dispatch("clustered_cols", "dbt")(label, required)) -%}
{% endmacro %}

{#- Both configs are needed: Spark has no clustering without a number of buckets. #}
{% macro spark__clustered_cols(label, required=false) -%}
  {%- set columns = config.get('clustered_by') -%}
  {%- set buckets = config.get('buckets') -%}
  {%- if columns is not none and buckets is not none -%}
    {{ label }} ({{ columns if columns is string else columns | join(',') }}) into {{ buckets }} buckets
  {%- endif -%}
{%- endmacro %}


{% macro location_clause() %}
  {%- do return(adapter.dispatch("location_clause", "dbt")()) -%}
{% endmacro %}

{% macro spark__location_clause() -%}
  {%- if config.get('location_root') is not none -%}
    location '{{ config.get('location_root') }}/{{ model['alias'] }}'
  {%- endif -%}
{%- endmacro %}


{% macro comment_clause() %}
  {%- do return(adapter.dispatch("comment_clause", "dbt")()) -%}
{% endmacro %}

{% macro spark__comment_clause() -%}
  {%- set persisted = config.get('persist_docs', {}) -%}
  {%- if persisted is mapping -%}
    {%- if persisted.get('relation', false) -%}
      comment {{ _comment_literal(model.description) }}
    {%- endif -%}
  {%- elif persisted -%}
    {%- do exceptions.raise_compiler_error("persist_docs is a mapping with the keys relation and columns, not: " ~ persisted) -%}
  {%- endif -%}
{%- endmacro %}


{#- A description as one of Spark's string literals. #}
{% macro _comment_literal(text) -%}
  '{{ text | replace("\\", "\\\\") | replace("'", "\\'") }}'
{%- endmacro %}
