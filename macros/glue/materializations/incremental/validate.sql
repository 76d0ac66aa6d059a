{# The configs of an incremental model that go together, on Glue. #}

{% macro dbt_glue_validate_get_file_format(raw_file_format) %}
  {%- do return(_validated_file_format(raw_file_format, _file_formats() + ['s3tables'])) -%}
{% endmacro %}


{% macro dbt_glue_validate_get_incremental_strategy(raw_strategy, file_format) %}
  {%- do return(_validated_strategy(raw_strategy, file_format, ['delta', 'iceberg', 'hudi', 's3tables'])) -%}
{% endmacro %}
