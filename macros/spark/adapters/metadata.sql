{# What the warehouse holds, by Spark SQL. The engine asks its catalog instead; these are here for projects that call them. #}

{% macro spark__list_schemas(database) -%}
  {%- call statement('list_schemas', fetch_result=True, auto_begin=False) -%}
    show databases
  {%- endcall -%}
  {%- do return(load_result('list_schemas').table) -%}
{%- endmacro %}


{% macro spark__list_relations_without_caching(relation) %}
  {%- call statement('list_relations_without_caching', fetch_result=True) -%}
    show table extended in {{ relation.schema }} like '*'
  {%- endcall -%}
  {%- do return(load_result('list_relations_without_caching').table) -%}
{% endmacro %}


{#- For catalogs in which SHOW TABLE EXTENDED does not work, such as Iceberg's. #}
{% macro list_relations_show_tables_without_caching(schema_relation) %}
  {%- call statement('list_relations_without_caching_show_tables', fetch_result=True) -%}
    show tables in {{ schema_relation.schema }} like '*'
  {%- endcall -%}
  {%- do return(load_result('list_relations_without_caching_show_tables').table) -%}
{% endmacro %}


{% macro describe_table_extended_without_caching(table_name) %}
  {%- call statement('describe_table_extended_without_caching', fetch_result=True) -%}
    describe extended {{ table_name }}
  {%- endcall -%}
  {%- do return(load_result('describe_table_extended_without_caching').table) -%}
{% endmacro %}


{% macro fetch_tbl_properties(relation) -%}
  {%- call statement('list_properties', fetch_result=True) -%}
    show tblproperties {{ relation }}
  {%- endcall -%}
  {%- do return(load_result('list_properties').table) -%}
{%- endmacro %}
