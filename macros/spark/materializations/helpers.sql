{# Steps that the materializations share. #}

{#- What the warehouse has under this node's name. The format matters for catalogs of their own, such as S3 Tables. #}
{% macro _existing_relation() %}
  {%- do return(adapter.get_relation(this.database, this.schema, this.identifier, config.get('file_format'))) -%}
{% endmacro %}


{#- Builds the whole table anew, as the node's main statement. #}
{% macro _rebuild_table(existing_relation, target_relation) %}
  {%- do _make_way(existing_relation, 'table') -%}
  {%- set language = model['language'] -%}
  {%- call statement('main', language=language) -%}
    {{ create_table_as(False, target_relation, compiled_code, language) }}
  {%- endcall -%}
  {%- do persist_constraints(target_relation, model) -%}
{% endmacro %}


{#- Whatever else an adapter does to a relation that was built, before the post-hooks. #}
{% macro _after_build(relation) %}
  {%- do return(adapter.dispatch("after_build", "dbt")(relation)) -%}
{% endmacro %}

{% macro default__after_build(relation) %}
{% endmacro %}
