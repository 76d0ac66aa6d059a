{# A table: Spark's, with Glue's clauses (adapters/) and what follows a build. #}

{% materialization table, adapter='glue', supported_languages=['sql', 'python'] %}
  {%- do return(materialization_table_spark()) -%}
{% endmaterialization %}
