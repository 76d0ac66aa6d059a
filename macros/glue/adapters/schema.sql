{# Databases are made in the Data Catalog where the engine has one: no session is needed, and they get the target's location. #}

{% macro glue__create_schema(relation) -%}
  {%- if not adapter.create_database(relation) -%}
    {%- do return(spark__create_schema(relation)) -%}
  {%- endif -%}
{%- endmacro %}


{% macro glue__drop_schema(relation) -%}
  {%- if not adapter.drop_database(relation) -%}
    {%- do return(spark__drop_schema(relation)) -%}
  {%- endif -%}
{%- endmacro %}
