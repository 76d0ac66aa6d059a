{# Steps that the materializations share. #}

{#- What the warehouse has under this node's name. The format matters for catalogs of their own, such as S3 Tables. #}
{% macro _existing_relation() %}
  {%- do return(adapter.get_relation(this.database, this.schema, this.identifier, _file_format())) -%}
{% endmacro %}


{#- The format of this node's table; seeds have one in the profile too. #}
{% macro _file_format() %}
  {%- set of_seeds = target.seed_format if model.resource_type == 'seed' else none -%}
  {%- do return(config.get('file_format') or of_seeds or 'parquet') -%}
{% endmacro %}


{#- Builds the whole table anew, as the node's main statement. Until it is built, readers see the old one. #}
{% macro _rebuild_table(existing_relation, target_relation) %}
  {%- set staged = _staged_relation(existing_relation, target_relation) -%}
  {%- if not staged -%}
    {%- do _make_way(existing_relation, 'table') -%}
    {%- do _clear_place(existing_relation) -%}
  {%- endif -%}
  {%- set query = _python_result(target_relation) if model['language'] == 'python' else compiled_code -%}
  {%- call statement('main') -%}
    {{ create_table_as(False, staged or target_relation, query) }}
  {%- endcall -%}
  {%- if staged -%}{%- do adapter.replace_relation(staged, target_relation) -%}{%- endif -%}
  {%- do persist_constraints(target_relation, model) -%}
{% endmacro %}


{#- Hudi's files are the table: what lies where a new one will be would be part of it. #}
{% macro _clear_place(existing_relation) %}
  {%- set custom_location = config.get('custom_location') -%}
  {%- if _file_format() == 'hudi' and (existing_relation or not custom_location) -%}
    {%- do adapter.clear_location(this, custom_location) -%}
  {%- endif -%}
{% endmacro %}


{#- Runs a Python model; a query of what it gave. #}
{% macro _python_result(target_relation) %}
  {%- set result = make_temp_relation(target_relation) -%}
  {%- call statement('run_python_model', language='python') -%}
    {{ create_table_as(True, result, compiled_code, 'python') }}
  {%- endcall -%}
  {%- do return('select * from ' ~ result) -%}
{% endmacro %}


{#- The name under which to build what will replace a relation; none where one statement replaces it, or nothing can: a location of the user's own is one place. #}
{% macro _staged_relation(existing_relation, target_relation) %}
  {%- do adapter.drop_left_overs(target_relation) -%}
  {%- set has_place = config.get('custom_location') or config.get('location_root') -%}
  {%- if existing_relation is none or has_place or _is_replaced(existing_relation, target_relation.type) -%}
    {%- do return(none) -%}
  {%- endif -%}
  {%- do return(adapter.stage_for(target_relation, _file_format())) -%}
{% endmacro %}


{#- `create or replace view` replaces any view; a table only where its format, and the new one, can be replaced. #}
{% macro _is_replaced(existing_relation, type) %}
  {%- do return(existing_relation.type == type and (type == 'view' or adapter.can_replace(existing_relation, _file_format()))) -%}
{% endmacro %}


{#- Whatever else an adapter does to a relation that was built, before the post-hooks. #}
{% macro _after_build(relation) %}
  {%- do return(adapter.dispatch("after_build", "dbt")(relation)) -%}
{% endmacro %}

{% macro default__after_build(relation) %}
{% endmacro %}
