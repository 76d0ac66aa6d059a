{# Tables of Iceberg and S3 Tables live in a catalog of their own, whose name goes before the schema. #}

{% macro glue__make_target_relation(relation, file_format) %}
  {%- if relation.type == 'view' and relation | string == relation.identifier -%}
    {#- a temporary view: the session knows it by its bare name -#}
    {%- do return(relation.include(schema=false)) -%}
  {%- endif -%}
  {%- set is_iceberg = file_format in ['iceberg', 's3tables'] -%}
  {%- do return(relation.incorporate(catalog=adapter.get_custom_iceberg_catalog_namespace() if is_iceberg else none)) -%}
{% endmacro %}
