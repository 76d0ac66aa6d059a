{# The configs of an incremental model that go together. #}

{% macro dbt_spark_validate_get_file_format(raw_file_format) %}
  {%- do return(_validated_file_format(raw_file_format, _file_formats())) -%}
{% endmacro %}


{% macro dbt_spark_validate_get_incremental_strategy(raw_strategy, file_format) %}
  {%- do return(_validated_strategy(raw_strategy, file_format, ['delta', 'iceberg', 'hudi'])) -%}
{% endmacro %}


{% macro _file_formats() %}
  {%- do return(['text', 'csv', 'json', 'jdbc', 'parquet', 'orc', 'hive', 'delta', 'iceberg', 'libsvm', 'hudi']) -%}
{% endmacro %}


{% macro _validated_file_format(raw_file_format, accepted) %}
  {%- if raw_file_format not in accepted -%}
    {%- do exceptions.raise_compiler_error(
      "Invalid file format provided: " ~ raw_file_format ~ "\nExpected one of: " ~ accepted | join(', ')
    ) -%}
  {%- endif -%}
  {%- do return(raw_file_format) -%}
{% endmacro %}


{#- A strategy is built in, or the project has a macro get_incremental_<name>_sql for it. #}
{% macro _validated_strategy(raw_strategy, file_format, merge_formats) %}
  {%- set built_in = ['append', 'merge', 'insert_overwrite', 'microbatch'] -%}
  {%- set custom = raw_strategy not in ['default', 'delete+insert'] and _strategy_macro_name(raw_strategy) in context -%}
  {%- if raw_strategy not in built_in and not custom -%}
    {%- do exceptions.raise_compiler_error(
      "Invalid incremental strategy provided: " ~ raw_strategy ~ "\nExpected one of: " ~ built_in | join(', ')
      ~ ", or one that the project has a macro " ~ _strategy_macro_name(raw_strategy) ~ " for"
    ) -%}
  {%- elif raw_strategy == 'merge' and file_format not in merge_formats -%}
    {%- do exceptions.raise_compiler_error(
      "Invalid incremental strategy provided: " ~ raw_strategy
      ~ "\nYou can only choose this strategy when file_format is set to one of: " ~ merge_formats | join(', ') ~ " (it is " ~ file_format ~ ")"
    ) -%}
  {%- endif -%}
  {%- do return(raw_strategy) -%}
{% endmacro %}


{% macro _strategy_macro_name(strategy) %}
  {%- do return('get_incremental_' ~ strategy | replace('+', '_') ~ '_sql') -%}
{% endmacro %}
