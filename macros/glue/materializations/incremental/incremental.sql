{# An incremental model: Spark's, with the formats and strategies of Glue. #}

{% materialization incremental, adapter='glue', supported_languages=['sql', 'python'] %}
  {%- do return(materialization_incremental_spark()) -%}
{% endmaterialization %}


{% macro glue__incremental_file_format(raw_file_format) %}
  {%- set file_format = dbt_glue_validate_get_file_format(raw_file_format) -%}
  {%- if file_format == 'hudi' and not config.get('unique_key') -%}
    {%- do exceptions.raise_compiler_error("unique_key model configuration is required for HUDI incremental materializations.") -%}
  {%- endif -%}
  {%- do return(file_format) -%}
{% endmacro %}

{#- Hudi upserts, whatever the strategy is called. #}
{% macro glue__incremental_strategy(raw_strategy, file_format) %}
  {%- set strategy = dbt_glue_validate_get_incremental_strategy(raw_strategy, file_format) -%}
  {%- do return('merge' if file_format == 'hudi' else strategy) -%}
{% endmacro %}

{% macro glue__incremental_sql(strategy, source, target, existing, unique_key, incremental_predicates) -%}
  {%- do return(dbt_glue_get_incremental_sql(strategy, source, target, unique_key, incremental_predicates)) -%}
{%- endmacro %}
