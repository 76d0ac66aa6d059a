{# dbt-glue's own name for a Python model that is a table. #}

{% materialization python_model, adapter='glue', supported_languages=['python'] %}
  {%- do return(materialization_table_spark()) -%}
{% endmaterialization %}


{% macro register_python_materializations() %}
  {%- do return({
    'python_model': {'supported_languages': ['python'], 'adapter': 'glue'},
    'python_incremental': {'supported_languages': ['python'], 'adapter': 'glue'},
  }) -%}
{% endmacro %}
