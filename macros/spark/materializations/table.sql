{# A table: replaced in one statement where its format can, else dropped and created. #}

{% materialization table, adapter='spark', supported_languages=['sql', 'python'] %}
  {%- set target_relation = this.incorporate(type='table') -%}
  {%- set existing_relation = _existing_relation() -%}
  {%- do run_hooks(pre_hooks) -%}

  {%- do _rebuild_table(existing_relation, target_relation) -%}
  {%- do apply_grants(target_relation, config.get('grants'), should_revoke(existing_relation, full_refresh_mode=True)) -%}
  {%- do persist_docs(target_relation, model) -%}
  {%- do _after_build(target_relation) -%}

  {%- do run_hooks(post_hooks) -%}
  {%- do return({'relations': [target_relation]}) -%}
{% endmaterialization %}
