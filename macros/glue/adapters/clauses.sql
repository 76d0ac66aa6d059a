{# The clauses of CREATE TABLE that Glue writes its own way. #}

{#- Glue's Spark would write Hive text files where no format is named. S3 Tables are Iceberg's. #}
{% macro glue__file_format_clause() -%}
  {%- set file_format = _file_format() -%}
  using {{ 'iceberg' if file_format == 's3tables' else file_format }}
{%- endmacro %}


{#- Of Hudi's options: hudi_options as they stand, and the column by which it orders the versions of a row. #}
{% macro glue__options_clause() -%}
  {%- if not _is_hudi_upsert() -%}
    {%- do return(spark__options_clause()) -%}
  {%- endif -%}
  {%- set unique_key = _unique_key() -%}
  {%- set options = {'primaryKey': unique_key if unique_key is string else unique_key | join(','), 'preCombineField': 'update_hudi_ts'} -%}
  {%- do options.update(config.get('options') or {}) -%}
  {%- do options.update(config.get('hudi_options') or {}) -%}
  {{ _options(options) }}
{%- endmacro %}


{#- custom_location as it stands, else a folder below the profile's location; S3 Tables have no location. #}
{% macro glue__location_clause() -%}
  {%- if _file_format() == 's3tables' -%}
  {%- elif config.get('custom_location') -%}
    location '{{ config.get('custom_location') }}'
  {%- else -%}
    {{ adapter.get_location(this) }}
  {%- endif -%}
{%- endmacro %}


{#- dbt-glue calls this config table_properties, dbt-spark tblproperties: both are kept. #}
{% macro glue__tblproperties_clause() -%}
  {%- set properties = dict(config.get('tblproperties') or {}) -%}
  {%- do properties.update(config.get('table_properties') or {}) -%}
  {{ set_table_properties(properties) }}
{%- endmacro %}


{% macro set_table_properties(table_properties) -%}
  {%- if table_properties -%}
    tblproperties (
    {%- for name, value in table_properties.items() -%}
      '{{ name }}' = '{{ value }}'{{ ', ' if not loop.last }}
    {%- endfor -%}
    )
  {%- endif -%}
{%- endmacro %}
